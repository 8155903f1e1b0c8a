/** `app://mail/x` as this browser can load it; main answers it under the address that it was meant to have. */
const carriedAddress = (address: string): string => {
  const [, host, rest] = /^app:\/\/([\w-]+)(.*)$/.exec(address) ?? [];
  return host === undefined ? address : `https://${host}.app.stand-in.invalid${rest === '' ? '/' : rest}`;
};

/** Frames may be given addresses of the application's own scheme, as in Electron. */
export function carryFrameAddresses(): void {
  const { prototype } = HTMLIFrameElement;
  const setAttribute = Reflect.get(Element.prototype, 'setAttribute');
  prototype.setAttribute = function (this: HTMLIFrameElement, name, value) {
    setAttribute.call(this, name, name === 'src' ? carriedAddress(value) : value);
  };
  Object.defineProperty(prototype, 'src', {
    configurable: true,
    enumerable: true,
    get(this: HTMLIFrameElement) {
      return this.getAttribute('src') ?? '';
    },
    set(this: HTMLIFrameElement, address: string) {
      this.setAttribute('src', address);
    },
  });
}
