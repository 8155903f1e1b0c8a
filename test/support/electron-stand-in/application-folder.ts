let folder = process.cwd();
const evaluated = Promise.withResolvers<void>();

/** The folder of the application that runs, known before the application is. */
export const applicationFolder = {
  get: () => folder,
  set: (path: string) => {
    folder = path;
  },
};

/** Electron becomes ready only after the main module: who awaits `whenReady` at its top level waits for ever. */
export const mainModule = {
  whenLoaded: evaluated.promise,
  loaded: () => evaluated.resolve(),
};
