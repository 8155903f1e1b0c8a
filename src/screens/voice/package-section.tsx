import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import type { GuideBody, ReadPackage } from '../../../electron/shared/voice-guides.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { saveFile } from '../../rpc/save-file.ts';
import { useTRPC, useTRPCClient } from '../../rpc/trpc.ts';
import { packageContentOf } from './package-files.ts';
import classes from './voice.module.css';

interface PackageSectionProps {
  readonly client: Client;
  /** As it is now, saved or not; null while a line lacks something. */
  readonly body: GuideBody | null;
  readonly onRead: (read: ReadPackage) => void;
}

/** Not in React's types; every browser knows it. */
const chooseFolder = { webkitdirectory: '' };

/** Brings a Vale package in, from a folder or a zip, with its settings; and takes the guide out as one. */
export function PackageSection({ client, body, onRead }: PackageSectionProps) {
  const { t } = useTranslation('guide');
  const trpc = useTRPC();
  const rpc = useTRPCClient();
  const [failure, setFailure] = useState<ErrorShape | null>(null);
  const [nothing, setNothing] = useState(false);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const take = useMutation(
    trpc.voice.exportPackage.mutationOptions({ onSuccess: ({ path }) => saveFile(path) }),
  );
  async function read(input: HTMLInputElement): Promise<void> {
    setFailure(null);
    try {
      const content = await packageContentOf([...(input.files ?? [])]);
      const found = await rpc.voice.readPackage.mutate({ clientId: client.id, content });
      setNothing(found.rules.length === 0 && !found.own);
      if (found.rules.length > 0 || found.own) onRead(found);
    } catch (error) {
      setFailure(failureOf(error));
    }
    input.value = '';
  }
  return (
    <div className={classes['packages']}>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => folder.current?.click()}
      >
        {t('package.folder')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => zip.current?.click()}
      >
        {t('package.zip')}
      </Button>
      <Button
        variant="default"
        size="xs"
        disabled={body === null}
        loading={take.isPending}
        onClick={() => body && take.mutate({ ...body, clientId: client.id })}
      >
        {t('package.export')}
      </Button>
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        {...chooseFolder}
        aria-label={t('package.folder')}
        onChange={({ currentTarget }) => void read(currentTarget)}
      />
      <input
        ref={zip}
        type="file"
        hidden
        accept=".zip"
        aria-label={t('package.zip')}
        onChange={({ currentTarget }) => void read(currentTarget)}
      />
      {nothing && <p role="alert">{t('package.nothing')}</p>}
      {failure && <FailureNotice failure={failure} />}
      {take.error && <FailureNotice failure={failureOf(take.error)} />}
    </div>
  );
}
