import { Button, Text } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { conflictsOf, rebind, refusalOf } from '../../app/commands/binding-rules.ts';
import { actionIds, type ActionId, type Bindings } from '../../app/commands/key-sets.ts';
import { strokeHere } from '../../app/commands/keys.ts';
import { ShownKeys } from '../../app/commands/shown-keys.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import classes from './settings.module.css';

interface RecordKeysProps {
  readonly id: ActionId;
  readonly bindings: Bindings;
  readonly keep: (bindings: Bindings) => void;
  readonly close: () => void;
}

/** Two strokes in a row are enough for any action. */
const mostStrokes = 2;

/** Listens for the new key of an action; says who has it already, and takes it from there only on a word. */
export function RecordKeys({ id, bindings, keep, close }: RecordKeysProps) {
  const { t } = useTranslation('keys');
  const [strokes, setStrokes] = useState<readonly string[]>([]);
  const pressed = strokes.join(' ');
  const refusal = pressed === '' ? null : refusalOf(id, pressed);
  const wanted = rebind(bindings, { id, keys: pressed, take: false });
  const rivals = new Set(
    conflictsOf(wanted)
      .filter((each) => each.one === id || each.other === id)
      .map((each) => (each.one === id ? each.other : each.one)),
  );
  const isFree = pressed !== '' && refusal === null;
  const done = () => {
    keep(rebind(bindings, { id, keys: pressed, take: true }));
    close();
  };
  const box = useRef<HTMLDivElement>(null);
  const again = () => {
    setStrokes([]);
    box.current?.focus();
  };
  function listen(event: KeyboardEvent): void {
    if (event.key === 'Tab' || event.key === 'Escape') return;
    const stroke = strokeHere(event.nativeEvent);
    if (stroke === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (stroke === 'Enter' && isFree && rivals.size === 0) done();
    else setStrokes(strokes.length < mostStrokes ? [...strokes, stroke] : [stroke]);
  }
  return (
    <Dialog
      onClose={close}
      title={t('record.title', { action: t(`actions.${id}`) })}
      size={440}
      closeButtonProps={{ 'aria-label': t('record.cancel') }}
    >
      <div className={classes['recording']}>
        <Text>{t('record.press')}</Text>
        <div
          ref={box}
          className={classes['pressed']}
          onKeyDown={listen}
          tabIndex={0}
          data-autofocus
          role="textbox"
          aria-readonly
          aria-label={t('record.pressed')}
        >
          {pressed === '' ? <Text c="dimmed">{t('record.nothing')}</Text> : <ShownKeys keys={pressed} />}
        </div>
        <div role="status">
          {refusal && <Text>{t(`record.${refusal}`)}</Text>}
          {!refusal &&
            actionIds
              .filter((each) => rivals.has(each))
              .map((each) => <Text key={each}>{t('record.taken', { action: t(`actions.${each}`) })}</Text>)}
        </div>
        <div className={classes['actions']}>
          <Button disabled={!isFree} onClick={done}>
            {t(rivals.size > 0 && isFree ? 'record.takeOver' : 'record.keep')}
          </Button>
          <Button variant="default" onClick={again}>
            {t('record.again')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('record.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
