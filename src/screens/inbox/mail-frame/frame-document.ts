interface FrameDocument {
  readonly html: string;
  /** Follows our theme; a mail with colours of its own gets white paper. */
  readonly dark: boolean;
}

const common = `
  html { overflow: auto; }
  body { margin: 0; padding: 4px 2px; font: 15px/24px system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans",
    "Noto Sans Arabic", Arial, sans-serif; overflow-wrap: anywhere; }
  img { max-width: 100%; height: auto; }
  img:not([src]) { display: inline-block; min-width: 24px; min-height: 16px; padding: 0 4px; border: 1px dashed #8a93a3;
    border-radius: 4px; color: #6d7686; font-size: 12px; line-height: 16px; }
  img:not([src])[width="0"], img:not([src])[width="1"], img:not([src])[height="0"], img:not([src])[height="1"]
    { display: none; }
  table { max-width: 100%; }
  pre { white-space: pre-wrap; }
  blockquote { margin: 8px 0; padding-inline-start: 12px; border-inline-start: 2px solid #c2c7d1; }
  p { margin: 0 0 12px; }
  summary { width: fit-content; margin: 8px 0; padding: 0 8px; border: 1px solid #8a93a3; border-radius: 4px; font-size: 12px;
    line-height: 20px; cursor: pointer; }
  summary:focus-visible, a:focus-visible { outline: 2px solid #1467c2; }
`;
const light =
  ':root { color-scheme: light; } body { background: #ffffff; color: #1b1f27; } a { color: #1467c2; }';
const dark =
  ':root { color-scheme: dark; } body { background: #16181d; color: #e7e9ee; } a { color: #62a2f3; }';

/** The whole document of the frame. Its policy comes with the answer's headers; nothing in it runs or asks. */
export const frameDocument = ({ html, dark: isDark }: FrameDocument): string =>
  `<!doctype html><html><head><meta charset="utf-8"><style>${common}${isDark ? dark : light}</style></head>` +
  `<body dir="auto">${html}</body></html>`;
