import type { Magic } from './kind-rules.ts';

const look = `
  html, body { height: 100%; margin: 0; }
  body { display: flex; align-items: safe center; justify-content: safe center; overflow: auto; }
  img { display: block; max-width: 100%; max-height: 100%; margin: auto;
    background: repeating-conic-gradient(#cfd4dc 0 25%, #eef0f3 0 50%) 0 / 16px 16px; }
`;

/** The document of a picture's frame: the picture in itself, scaled to fit. Its policy comes with the answer's headers. */
export const pictureFrame = (bytes: Uint8Array, magic: Magic): string =>
  `<!doctype html><html><head><meta charset="utf-8"><style>${look}</style></head>` +
  `<body><img alt="" src="data:${magic};base64,${Buffer.from(bytes).toString('base64')}"></body></html>`;
