import type { AttachmentDanger } from '../../../shared/attachments.ts';

/**
 * Extensions that a system runs, mounts, installs or that carry code: what mail providers block (Gmail's and Outlook's lists
 * of blocked types), shortcuts that point at programs, disk images, documents with macros, and pages with scripts.
 */
const dangerousExtensions = new Set(
  [
    'ade adp app appimage appinstaller application appx appxbundle apk bat bgi bin cab chm cmd com command cpl crt csh',
    'deb desktop diagcab diskcopy dll dmg ex exe gadget grp hlp hpj hta htc htm html img inf ins inx ipa iso isp jar',
    'jnlp job js jse ksh lib library-ms lnk mad maf mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz',
    'mht mhtml msc msh msh1 msh2 msh1xml msh2xml mshxml msi msix msixbundle msp mst nsh ocx ops osd out pcd pif pkg pl',
    'plg prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 py pyc pyo pyw pyz pyzw rb reg rpm run',
    'scf scpt scr sct search-ms settingcontent-ms sh shb shs shtml svg svgz swf sys terminal theme url vb vbe vbp vbs vhd',
    'vhdx vxd webpnp website wim workflow wsb wsc wsf wsh xbap xht xhtml xll xnk xpi zsh',
    'docm dotm pptm potm ppam ppsm sldm xlam xlsb xlsm xltm xla slk iqy rqy one onepkg',
  ].flatMap((line) => line.split(' ')),
);

const dangerousTypes =
  /^(?:application\/(?:x-(?:msdownload|msdos-program|ms-dos-executable|dosexec|executable|elf|mach-binary|sh|shellscript|csh|perl|python|java-archive|java-applet|apple-diskimage|iso9660-image|msi|ms-installer|bat|desktop|ms-shortcut|shockwave-flash)|java-archive|javascript|ecmascript|hta|vnd\.microsoft\.portable-executable|vnd\.android\.package-archive|vnd\.debian\.binary-package|xhtml\+xml|vnd\.ms-[a-z]+\.[a-z.]*macroenabled\.12)|text\/(?:html|javascript|x-(?:sh|shellscript|python|perl|msdos-batch)|vbscript)|image\/svg\+xml)$/i;

/** Turns the reading direction, which makes `gpj.exe` look like a picture; no honest name needs it. */
const turning = /[\u202a-\u202e\u2066-\u2069]/u;
/** Shows nothing. Honest in Arabic and Persian names, so only left out of account. */
const invisible = /\p{Cf}/gu;

/** Documents that carry macros, by their ending or type. */
const macroExtensions = new Set('docm dotm pptm potm ppam ppsm sldm xlam xlsb xlsm xltm xla'.split(' '));
const macroTypes = /macroenabled\.12$/i;
/** Shown by a browser, with whatever scripts they bring. */
const pageExtensions = new Set('htm html mht mhtml shtml svg svgz swf website xhtml'.split(' '));
const pageTypes = /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/i;
/** What a dangerous file likes to be taken for. */
const harmlessExtensions = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods txt csv rtf jpg jpeg png gif webp heic mp3 mp4 mov zip eml'.split(
    ' ',
  ),
);

/**
 * Why an attachment is dangerous, or null: by the name as every system would read it (trailing dots and spaces and
 * alternate streams count for nothing) or by the declared type. Shown with a warning and never opened by Liaison.
 */
export function dangerOf({ name, type }: { name: string; type: string }): AttachmentDanger | null {
  if (turning.test(name)) return 'turned';
  const endings = name
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .split(':')
    .map((part) => part.replace(/[\s.\p{Cc}]+$/u, ''))
    .map((part) =>
      part
        .split('.')
        .slice(1)
        .map((ending) => ending.trim()),
    );
  const bad = endings.find((parts) => dangerousExtensions.has(parts.at(-1) ?? ''));
  const declared = type.split(';')[0]?.trim() ?? '';
  if (bad) {
    if (harmlessExtensions.has(bad.at(-2) ?? '')) return 'two-endings';
    const ending = bad.at(-1) ?? '';
    if (macroExtensions.has(ending)) return 'macros';
    return pageExtensions.has(ending) ? 'page' : 'program';
  }
  if (!dangerousTypes.test(declared)) return null;
  if (macroTypes.test(declared)) return 'macros';
  return pageTypes.test(declared) ? 'page' : 'program';
}

/** Programs, scripts and the like. */
export const isDangerous = (file: { name: string; type: string }): boolean => dangerOf(file) !== null;

/** Pictures that can't carry code, for showing inside a message. */
export const isSafePicture = (type: string): boolean => /^image\/(?:png|jpe?g|gif|webp)$/i.test(type.trim());
