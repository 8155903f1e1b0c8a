/** Marks the branch of a union that the compiler has proved unreachable. */
export function assertNever(value: never): never {
  throw new Error(`unexpected kind: ${JSON.stringify(value)}`);
}
