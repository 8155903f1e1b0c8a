/** Longest name that every file system takes with room for " (2)" and a `.part`. */
const longest = 180;

/** Names that Windows keeps for devices, with or without an extension. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** Separators, stream marks and wildcards of any system we run on. */
const separators = /[/\\:*?"<>|]/g;
/** Controls, and what turns the reading direction or hides: an extension must look like what it is. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{115f}\u{1160}\u{3164}\u{ffa0}]/gu;

/**
 * A sender's name for a file as one that can be written into any folder on any system: no path, no device, no stream,
 * no trick with invisible or direction-turning letters, and the extension kept when the name is cut.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(invisible, '')
    .replace(separators, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  if (plain === '') return 'file';
  return cut(deviceName.test(plain) ? `_${plain}` : plain);
}

function cut(name: string): string {
  const bytes = new TextEncoder();
  if (bytes.encode(name).length <= longest) return name;
  const extension = /\.[\p{L}\p{N}]{1,12}$/u.exec(name)?.[0] ?? '';
  const letters = [...name.slice(0, name.length - extension.length)];
  let stem = '';
  for (const letter of letters) {
    if (bytes.encode(stem + letter + extension).length > longest) break;
    stem += letter;
  }
  return stem.replace(/[\s.]+$/, '') + extension;
}
