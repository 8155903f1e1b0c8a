import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CorrectionTarget } from '../../../../electron/shared/corrections.ts';
import { useSession } from '../../../app/session.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './corrections.module.css';
import { TargetOption } from './target-option.tsx';

interface TargetDialogProps {
  readonly at: ConversationRef;
  readonly kind: 'merge' | 'move';
  readonly choose: (target: CorrectionTarget) => void;
  readonly close: () => void;
}

const typingMilliseconds = 150;
const none: readonly CorrectionTarget[] = [];

/** Chooses another conversation of the same client; those with the same customer come first. */
export function TargetDialog({ at, kind, choose, close }: TargetDialogProps) {
  const { t } = useTranslation('corrections');
  const trpc = useTRPC();
  const { clientOf } = useSession();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), typingMilliseconds);
  const {
    data = none,
    error,
    isPlaceholderData,
  } = useQuery(
    trpc.corrections.targets.queryOptions({ ...at, text: asked }, { placeholderData: keepPreviousData }),
  );
  // The list is always there: no key has to open it.
  const box = useCombobox({ opened: true });
  const { selectFirstOption } = box;
  useEffect(() => {
    selectFirstOption();
  }, [data, selectFirstOption]);
  const groups = [
    { name: t('target.sameContact'), targets: data.filter(({ sameContact }) => sameContact) },
    { name: t('target.others'), targets: data.filter(({ sameContact }) => !sameContact) },
  ].filter(({ targets }) => targets.length > 0);
  return (
    <Dialog
      onClose={close}
      title={t(`${kind}.title`)}
      size={520}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text c="dimmed" mb={12}>
        {t(`${kind}.hint`)}
      </Text>
      {error && <FailureNotice failure={failureOf(error)} />}
      <Combobox
        store={box}
        onOptionSubmit={(id) => {
          const target = data.find((each) => each.id === id);
          if (!target || isPlaceholderData) return;
          choose(target);
          close();
        }}
      >
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            label={t('target.search', { client: clientOf(at.clientId)?.name ?? '' })}
            value={text}
            maxLength={400}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options tabIndex={0} className={classes['options']} aria-label={t('target.list')}>
          {groups.map(({ name, targets }) => (
            <Combobox.Group key={name} label={name}>
              {targets.map((target) => (
                <TargetOption key={target.id} target={target} />
              ))}
            </Combobox.Group>
          ))}
        </Combobox.Options>
      </Combobox>
      <p role="status" className={classes['quiet']}>
        {asked !== '' && data.length === 0 && t('target.none')}
      </p>
    </Dialog>
  );
}
