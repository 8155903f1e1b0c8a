import { Text, TextInput, UnstyledButton } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../electron/shared/contacts.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';
import { useMerging } from './use-merging.tsx';

interface MergeDialogProps {
  readonly person: Person;
  readonly close: () => void;
}

const typingMilliseconds = 150;

/** Chooses another contact of the same client who is this person. */
export function MergeDialog({ person, close }: MergeDialogProps) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const formats = useFormats();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), typingMilliseconds);
  const { data = [] } = useQuery(
    trpc.contacts.find.queryOptions({ clientId: person.clientId, text: asked }, { enabled: asked !== '' }),
  );
  const { merge } = useMerging(person);
  const others = asked === '' ? [] : data.filter((each) => each.id !== person.id);
  return (
    <Dialog
      onClose={close}
      title={t('merge.title', { name: person.name || person.addresses[0] })}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text c="dimmed" mb={12}>
        {t('merge.hint')}
      </Text>
      <TextInput
        data-autofocus
        label={t('merge.who')}
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <ul className={classes['choices']} aria-label={t('merge.choices')}>
        {others.map((each) => (
          <li key={each.id}>
            <UnstyledButton
              onClick={() => {
                merge(each);
                close();
              }}
            >
              <strong>
                <bdi>{each.name || each.addresses[0]}</bdi>
              </strong>
              <bdi>{formats.list(each.addresses)}</bdi>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <p role="status" className={classes['quiet']}>
        {asked !== '' && others.length === 0 && t('merge.nobody')}
      </p>
    </Dialog>
  );
}
