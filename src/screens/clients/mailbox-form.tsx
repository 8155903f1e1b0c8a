import { Button, SegmentedControl, TagsInput, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { NewChannel, SettingsGuess } from '../../../electron/shared/channels.ts';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { SecretInput } from '../../components/secret-input/secret-input.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC, useTRPCClient } from '../../rpc/trpc.ts';
import classes from './clients.module.css';
import { ConnectionSteps } from './connection-steps.tsx';
import { channelOf, isOpen, noServers, type MailboxValues } from './mailbox-values.ts';
import { ServerFields } from './server-fields.tsx';

interface MailboxFormProps {
  readonly initial: MailboxValues;
  /** A secret is kept already and may stay. */
  readonly kept: boolean;
  readonly busy: boolean;
  readonly failure: ErrorShape | null;
  readonly save: (channel: NewChannel) => void;
  /** More buttons beside *Save*. */
  readonly children: ReactNode;
}

const isAddress = (text: string) => z.email().safeParse(text).success;

/** An address first; what follows from it is found out, shown, and may be corrected. */
export function MailboxForm({ initial, kept, busy, failure, save, children }: MailboxFormProps) {
  const { t } = useTranslation('clients');
  const trpc = useTRPC();
  const core = useTRPCClient();
  const test = useMutation(trpc.channels.test.mutationOptions());
  // What was found out holds for what was tried.
  const form = useForm<MailboxValues>({ initialValues: initial, onValuesChange: () => test.reset() });
  const { values } = form;
  const guess = useMutation({
    mutationFn: (address: string) => core.channels.guess.query({ address }),
    onSuccess: ([best]) => {
      if (!best) return;
      // The search takes a moment; what somebody has typed meanwhile is theirs.
      const { imap, smtp } = form.getValues();
      form.setValues({
        imap: imap.host === '' ? best.imap : imap,
        smtp: smtp.host === '' ? best.smtp : smtp,
      });
    },
  });
  const parsed = channelOf(values);
  const ready = parsed.success && (kept || values.secret !== '');
  const found = guess.data?.[0];
  const asked = guess.isSuccess && guess.variables === values.address;
  const guessAnew = () => {
    if ((asked && found) || !isAddress(values.address)) return;
    if (!isOpen(values.imap, found?.imap) || !isOpen(values.smtp, found?.smtp)) return;
    // A password must not go to the servers of an address that was corrected.
    form.setValues(noServers);
    guess.mutate(values.address);
  };

  return (
    <form
      className={classes['section']}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) save(parsed.data);
      }}
    >
      <div className={classes['fields']}>
        <TextInput
          label={t('address')}
          type="email"
          required
          autoFocus={!kept}
          error={
            values.address !== '' &&
            form.isTouched('address') &&
            !isAddress(values.address) &&
            t('notAnAddress')
          }
          {...form.getInputProps('address')}
          onBlur={guessAnew}
        />
        <TextInput
          label={t('senderName')}
          description={t('senderNameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('senderName')}
        />
        <TagsInput
          className={classes['wide'] ?? ''}
          label={t('aliases')}
          description={t('aliasesHint')}
          splitChars={[',', ' ', ';']}
          {...form.getInputProps('aliases')}
        />
        <div className={classes['wide']}>
          <SegmentedControl
            aria-label={t('authentication')}
            data={(['password', 'xoauth2'] as const).map((value) => ({
              value,
              label: t(`authenticate.${value}`),
            }))}
            {...form.getInputProps('authentication')}
          />
        </div>
        <TextInput
          label={t('user')}
          placeholder={values.address}
          autoComplete="off"
          {...form.getInputProps('user')}
        />
        <SecretInput
          label={t(`secret.${values.authentication}`)}
          description={kept ? t('secretKept') : t('secretHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          required={!kept}
          {...form.getInputProps('secret')}
        />
      </div>
      <Found pending={guess.isPending} best={found ?? null} asked={asked} />
      <Title order={2}>{t('servers')}</Title>
      <ServerFields label={t('imap')} {...form.getInputProps('imap')} />
      <ServerFields label={t('smtp')} {...form.getInputProps('smtp')} />
      <details>
        <summary>{t('certificate')}</summary>
        <Textarea
          mt="xs"
          aria-label={t('certificate')}
          description={t('certificateHint')}
          autosize
          minRows={3}
          maxRows={8}
          {...form.getInputProps('trustedCertificate')}
        />
      </details>
      {test.data && <ConnectionSteps test={test.data} />}
      {test.error && <FailureNotice failure={failureOf(test.error)} />}
      {failure && <FailureNotice failure={failure} />}
      <div className={classes['actions']}>
        <Button type="submit" disabled={!ready} loading={busy}>
          {t('saveMailbox')}
        </Button>
        <Button
          variant="default"
          disabled={!parsed.success || values.secret === ''}
          loading={test.isPending}
          onClick={() => parsed.success && test.mutate(parsed.data)}
        >
          {t('test')}
        </Button>
        {children}
      </div>
    </form>
  );
}

interface FoundProps {
  readonly pending: boolean;
  readonly best: SettingsGuess | null;
  readonly asked: boolean;
}

/** Where the settings below come from, in words. */
function Found({ pending, best, asked }: FoundProps) {
  const { t } = useTranslation('clients');
  if (!pending && !asked) return null;
  const text = pending ? t('searching') : t(best ? `found.${best.source}` : 'foundNothing');
  return (
    <div role="status">
      <Text c="dimmed">{text}</Text>
      {best?.needsAppPassword && <Text>{t('appPassword')}</Text>}
    </div>
  );
}
