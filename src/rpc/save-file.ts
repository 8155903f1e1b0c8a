/** Saves what stands at a single-use address: the desktop asks where to, a browser puts it among its downloads. */
export function saveFile(path: string): void {
  if (window.liaisonDesktop) {
    window.liaisonDesktop.saveFile(path);
    return;
  }
  const link = document.createElement('a');
  link.href = path;
  link.download = '';
  link.click();
}
