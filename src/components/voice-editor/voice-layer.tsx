import { Popover } from '@mantine/core';
import { memo, type Ref } from 'react';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { textPieces, type TextPiece } from './text-pieces.ts';
import classes from './voice-editor.module.css';

interface VoiceLayerProps {
  readonly text: string;
  readonly findings: readonly VoiceFinding[];
  /** The offset whose piece a popover around this layer hangs from. */
  readonly anchor: number | null;
}

/** The same text behind the text area, unseen, whose marks shine through. It also gives the text area its height. */
export const VoiceLayer = memo(function VoiceLayer({ text, findings, anchor }: VoiceLayerProps) {
  return (
    <div className={classes['layer']} aria-hidden="true">
      {textPieces(text, findings).map((piece) =>
        piece.start === anchor ? (
          <Popover.Target key={piece.start}>
            <Piece piece={piece} />
          </Popover.Target>
        ) : (
          <Piece key={piece.start} piece={piece} />
        ),
      )}
      {/* A last line break takes room only when something follows it. */}
      {'\u200b'}
    </div>
  );
});

function Piece({ piece, ref }: { readonly piece: TextPiece; readonly ref?: Ref<HTMLSpanElement> }) {
  return (
    <span
      ref={ref}
      data-severity={piece.severity ?? undefined}
      data-placeholder={piece.placeholder || undefined}
    >
      {piece.text}
    </span>
  );
}
