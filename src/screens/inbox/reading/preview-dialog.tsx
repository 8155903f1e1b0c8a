import { ActionIcon, Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../electron/shared/conversations.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useKeyboardBack } from '../mail-frame/use-keyboard-back.ts';
import classes from './preview-dialog.module.css';
import { usePreview, type Previewed } from './use-preview.ts';

interface PreviewDialogProps {
  readonly clientId: ClientId;
  /** Those that can be shown, in their order. */
  readonly files: readonly Attachment[];
  readonly first: Attachment;
  readonly save: (file: Attachment) => void;
  readonly close: () => void;
}

const zooms = [0.5, 0.75, 1, 1.5, 2, 3] as const;

/** A picture or a PDF in a frame that reaches nothing of ours; arrow keys go on to the next one. */
export function PreviewDialog({ clientId, files, first, save, close }: PreviewDialogProps) {
  const { t } = useTranslation('reading');
  const formats = useFormats();
  const [index, setIndex] = useState(Math.max(0, files.indexOf(first)));
  const file = files[index] ?? first;
  const go = (step: number) => setIndex(Math.min(files.length - 1, Math.max(0, index + step)));
  return (
    <Dialog
      onClose={close}
      size="min(1100px, 96vw)"
      padding="sm"
      title={<bdi className={classes['name']}>{file.name || t('file.noName')}</bdi>}
      closeButtonProps={{ 'aria-label': t('preview.close') }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
          const forward = (event.key === 'ArrowRight') === (document.documentElement.dir !== 'rtl');
          go(forward ? 1 : -1);
        }
        event.stopPropagation();
      }}
    >
      <Shown key={file.id} clientId={clientId} file={file} save={save}>
        {files.length > 1 && (
          <span className={classes['steps']}>
            <ActionIcon
              variant="default"
              aria-label={t('preview.previous')}
              disabled={index === 0}
              onClick={() => go(-1)}
            >
              <Icon name="back" mirrored />
            </ActionIcon>
            <span role="status">
              {t('preview.of', { index: formats.number(index + 1), count: formats.number(files.length) })}
            </span>
            <ActionIcon
              variant="default"
              aria-label={t('preview.next')}
              disabled={index === files.length - 1}
              onClick={() => go(1)}
            >
              <Icon name="right" mirrored />
            </ActionIcon>
          </span>
        )}
      </Shown>
    </Dialog>
  );
}

interface ShownProps {
  readonly clientId: ClientId;
  readonly file: Attachment;
  readonly save: (file: Attachment) => void;
  readonly children: React.ReactNode;
}

function Shown({ clientId, file, save, children }: ShownProps) {
  const { t } = useTranslation('reading');
  const preview = usePreview(clientId, file.id);
  const frame = useRef<HTMLIFrameElement>(null);
  useKeyboardBack(frame);
  const [zoom, setZoom] = useState(2);
  const zoomTo = (next: number) => {
    setZoom(next);
    // The frame's origin is nobody's: only its window can be named.
    frame.current?.contentWindow?.postMessage(zooms[next], '*');
  };
  return (
    <>
      <Stage preview={preview} frame={frame} name={file.name} />
      <div className={classes['foot']}>
        {children}
        {preview.state === 'shown' && preview.kind === 'pdf' && (
          <span className={classes['steps']}>
            <ActionIcon
              variant="default"
              aria-label={t('preview.smaller')}
              disabled={zoom === 0}
              onClick={() => zoomTo(zoom - 1)}
            >
              −
            </ActionIcon>
            <ActionIcon
              variant="default"
              aria-label={t('preview.larger')}
              disabled={zoom === zooms.length - 1}
              onClick={() => zoomTo(zoom + 1)}
            >
              +
            </ActionIcon>
          </span>
        )}
        <Button
          className={classes['save']}
          leftSection={<Icon name="download" size={14} />}
          onClick={() => save(file)}
        >
          {t('file.save')}
        </Button>
      </div>
    </>
  );
}

interface StageProps {
  readonly preview: Previewed;
  readonly frame: React.RefObject<HTMLIFrameElement | null>;
  readonly name: string;
}

function Stage({ preview, frame, name }: StageProps) {
  const { t } = useTranslation('reading');
  if (preview.state === 'failed') return <FailureNotice failure={preview.failure} />;
  if (preview.state === 'other') return <p className={classes['said']}>{t('preview.other')}</p>;
  if (preview.state === 'loading') return <div className={classes['stage']} aria-busy="true" />;
  return (
    <iframe
      ref={frame}
      className={classes['stage']}
      src={preview.address}
      title={t('preview.title', { name })}
      sandbox={preview.kind === 'pdf' ? 'allow-scripts' : ''}
      referrerPolicy="no-referrer"
    />
  );
}
