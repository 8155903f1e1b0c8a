import { Button, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../electron/shared/time.ts';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import classes from './moment-dialog.module.css';
import { useMeantTime } from './use-meant-time.ts';

/** A choice that no words need: when the client opens, or until the customer writes (null). */
export interface MomentChoice {
  readonly words: string;
  readonly at: Instant | null;
}

interface MomentDialogProps {
  readonly purpose: 'snooze' | 'send';
  readonly choices: readonly MomentChoice[];
  readonly close: () => void;
  readonly choose: (at: Instant | null) => void;
}

/** When, in a person's own words; what was understood stands below before it is done. */
export function MomentDialog({ purpose, choices, close, choose }: MomentDialogProps) {
  const { t } = useTranslation('moment');
  const [text, setText] = useState('');
  const meant = useMeantTime(text);
  const going = useRef(false);
  const done = (at: Instant | null) => {
    choose(at);
    close();
  };
  const go = async () => {
    if (going.current) return;
    going.current = true;
    const at = await meant.ask().catch(() => null);
    if (at) done(at);
    else going.current = false;
  };
  return (
    <Dialog
      onClose={close}
      title={t(`${purpose}.title`)}
      size={440}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void go();
        }}
      >
        <TextInput
          label={t(`${purpose}.when`)}
          placeholder={t('placeholder')}
          value={text}
          maxLength={80}
          data-autofocus
          error={meant.isUnknown && t('notUnderstood')}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Understood at={meant.at} />
        <ul className={classes['choices']} aria-label={t('choices')}>
          <Suggestions choose={done} />
          {choices.map((choice) => (
            <Choice key={choice.words} {...choice} choose={done} />
          ))}
        </ul>
        <Text c="dimmed" size="sm">
          {t(`${purpose}.hint`)}
        </Text>
        <div className={classes['actions']}>
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={text.trim() === '' || meant.isUnknown}>
            {t(`${purpose}.confirm`)}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Understood({ at }: { readonly at: Instant | null }) {
  const formats = useFormats();
  return (
    <p className={classes['understood']} role="status">
      {at && (
        <>
          <Icon name="clock" size={14} /> {formats.exactTime(at)}
        </>
      )}
    </p>
  );
}

/** Read as if somebody had typed them, so that they mean the same. On a Sunday two of them are one. */
function Suggestions({ choose }: { readonly choose: (at: Instant | null) => void }) {
  const { t } = useTranslation('moment');
  const all = [useSuggested(t('later')), useSuggested(t('tomorrow')), useSuggested(t('nextWeek'))];
  return all
    .filter(({ at }, index) => !at || all.findIndex((each) => each.at === at) === index)
    .map(({ words, at }) => <Choice key={words} words={words} at={at} disabled={!at} choose={choose} />);
}

function useSuggested(words: string): MomentChoice {
  return { words, at: useMeantTime(words).at };
}

interface ChoiceProps extends MomentChoice {
  readonly disabled?: boolean;
  readonly choose: (at: Instant | null) => void;
}

function Choice({ words, at, disabled = false, choose }: ChoiceProps) {
  const formats = useFormats();
  return (
    <li>
      <UnstyledButton className={classes['choice']} disabled={disabled} onClick={() => choose(at)}>
        <Icon name="clock" size={14} />
        <span className={classes['words']}>{words}</span>
        {at && <time dateTime={at}>{formats.exactTime(at)}</time>}
      </UnstyledButton>
    </li>
  );
}
