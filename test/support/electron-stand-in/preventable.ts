export interface Preventable {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** An Electron event: facts, and the chance to prevent what would follow. */
export function preventable<Facts extends object>(facts: Facts): Facts & Preventable {
  return {
    ...facts,
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
  };
}
