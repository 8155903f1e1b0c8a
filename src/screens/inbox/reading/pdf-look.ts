/** The look of the PDF frame; of the text layer what pdf.js asks for (its `text_layer_builder.css`). */
export const pdfLook = `
  html { color-scheme: light dark; background: light-dark(#d9dce2, #0e1013); }
  body { margin: 0; padding: 12px 0; font: 14px/20px system-ui, sans-serif; }
  .page { position: relative; margin: 0 auto 12px; background: #fff; box-shadow: 0 1px 4px #0005; overflow: clip; }
  canvas { display: block; width: 100%; height: 100%; }
  .said { margin: 24px; color: light-dark(#1b1f27, #e7e9ee); text-align: center; }
  .textLayer { position: absolute; inset: 0; overflow: clip; line-height: 1; text-align: initial; forced-color-adjust: none;
    transform-origin: 0 0; --min-font-size: 1; --text-scale-factor: calc(var(--total-scale-factor) * var(--min-font-size));
    --min-font-size-inv: calc(1 / var(--min-font-size)); }
  .textLayer :is(span, br) { position: absolute; color: transparent; white-space: pre; cursor: text;
    transform-origin: 0 0; }
  .textLayer > :not(.markedContent), .textLayer .markedContent span:not(.markedContent) { --font-height: 0; --scale-x: 1;
    --rotate: 0deg; font-size: calc(var(--text-scale-factor) * var(--font-height));
    transform: rotate(var(--rotate)) scaleX(var(--scale-x)) scale(var(--min-font-size-inv)); }
  .textLayer .markedContent { display: contents; }
  .textLayer ::selection { background: #1467c255; }
`;
