import { Button, Stack, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import { Passphrase, shortestPassphrase, type VaultState } from '../../../electron/shared/vault.ts';
import { FailureNotice } from '../failure/failure-notice.tsx';
import { useFailureText } from '../failure/failure-text.ts';
import { SecretInput } from '../secret-input/secret-input.tsx';

interface VaultPanelProps {
  readonly state: VaultState;
  readonly busy: boolean;
  /** Why the last attempt failed. */
  readonly failure: ErrorShape | null;
  readonly choosePassphrase: (passphrase: string) => void;
  readonly unlock: (passphrase: string) => void;
  readonly retry: () => void;
}

/**
 * Where the clients' keys are kept, and what a person can do when they can't be reached. Its sentences may come after the
 * screen around it, which must not vanish under somebody's hands meanwhile.
 */
export function VaultPanel(props: VaultPanelProps) {
  return (
    <Suspense>
      <Panel {...props} />
    </Suspense>
  );
}

function Panel({ state, busy, failure, choosePassphrase, unlock, retry }: VaultPanelProps) {
  const { t } = useTranslation('vault');
  const say = useFailureText();
  const asked = state.kind === 'blocked' && state.backend === 'passphrase' ? state.error : null;
  // That one is asked for it is no failure.
  const problem = failure ?? (asked ? null : problemOf(state));
  const mayChoose = state.kind === 'unused' && state.keychain !== null;
  return (
    <Stack gap="sm" maw={520}>
      <Text size="sm">{asked ? say(asked) : t(`state.${nameOf(state)}`)}</Text>
      {problem && <FailureNotice failure={problem} retrying={busy} {...(asked ? {} : { retry })} />}
      {asked && <PassphraseForm kind="unlock" busy={busy} refused={failure !== null} submit={unlock} />}
      {mayChoose && <PassphraseForm kind="choose" busy={busy} submit={choosePassphrase} />}
    </Stack>
  );
}

const problemOf = (state: VaultState): ErrorShape | null => {
  if (state.kind === 'blocked') return state.error;
  return state.kind === 'unused' ? state.keychain : null;
};

function nameOf(state: VaultState) {
  if (state.kind === 'ready') return state.backend;
  if (state.kind === 'blocked') return 'blocked';
  return state.keychain === null ? 'unused' : 'noKeychain';
}

interface PassphraseFormProps {
  readonly kind: 'choose' | 'unlock';
  readonly busy: boolean;
  readonly refused?: boolean;
  readonly submit: (passphrase: string) => void;
}

function PassphraseForm({ kind, busy, refused = false, submit }: PassphraseFormProps) {
  const { t } = useTranslation('vault');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [left, setLeft] = useState(false);
  const choosing = kind === 'choose';
  const isLong = Passphrase.safeParse(passphrase).success;
  const short = choosing && left && passphrase !== '' && !isLong;
  const differs = choosing && again !== '' && again !== passphrase;
  const acceptable = choosing ? isLong && again === passphrase : passphrase !== '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (acceptable) submit(passphrase);
      }}
    >
      <Stack gap="sm">
        <SecretInput
          label={t('passphrase')}
          description={choosing ? t('passphraseHint') : undefined}
          autoComplete={choosing ? 'new-password' : 'current-password'}
          value={passphrase}
          error={short ? t('short', { shortest: shortestPassphrase }) : refused}
          onBlur={() => setLeft(true)}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {choosing && (
          <SecretInput
            label={t('again')}
            autoComplete="new-password"
            value={again}
            error={differs ? t('differs') : undefined}
            onChange={(event) => setAgain(event.currentTarget.value)}
          />
        )}
        <Button type="submit" loading={busy} disabled={!acceptable} style={{ alignSelf: 'flex-start' }}>
          {t(kind)}
        </Button>
      </Stack>
    </form>
  );
}
