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

/**
 * Programs, scripts and the like, by the name as every system would read it (trailing dots and spaces and alternate
 * streams count for nothing) or by the declared type. Shown with a warning and never opened by Liaison.
 */
export function isDangerous({ name, type }: { name: string; type: string }): boolean {
  if (turning.test(name) || dangerousTypes.test(type.split(';')[0]?.trim() ?? '')) return true;
  return name
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .split(':')
    .map((part) => part.replace(/[\s.\p{Cc}]+$/u, ''))
    .some((part) => dangerousExtensions.has(/\.([^.]*)$/u.exec(part)?.[1]?.trim() ?? ''));
}

/** Pictures that can't carry code, for showing inside a message. */
export const isSafePicture = (type: string): boolean => /^image\/(?:png|jpe?g|gif|webp)$/i.test(type.trim());
