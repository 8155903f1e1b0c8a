/** A value as it looks on the other side of the bridge, by Electron's rules: functions, plain data, promises. */
function bridged(value: unknown, path: string): unknown {
  if (typeof value === 'function') return bridgedFunction(value as (...values: unknown[]) => unknown);
  if (typeof value === 'symbol') throw new TypeError(`${path}: symbols cannot cross the contextBridge`);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof MessagePort) throw new TypeError('An object could not be cloned.');
  if (value instanceof Promise) return value.then((result: unknown) => bridged(result, path));
  if (Array.isArray(value))
    return Object.freeze(value.map((item, index) => bridged(item, `${path}[${index}]`)));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return structuredClone(value);
  const fields = Object.entries(value).map(([name, field]) => [name, bridged(field, `${path}.${name}`)]);
  return Object.freeze(Object.fromEntries(fields));
}

function bridgedFunction(original: (...values: unknown[]) => unknown): (...values: unknown[]) => unknown {
  return (...values) => {
    const passed = values.map((value) => (typeof value === 'function' ? value : structuredClone(value)));
    return bridged(original(...passed), 'result');
  };
}

export const contextBridge = {
  exposeInMainWorld(name: string, value: unknown): void {
    if (name in window)
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    const property = { value: bridged(value, name), writable: false, configurable: false, enumerable: true };
    Object.defineProperty(window, name, property);
  },
};
