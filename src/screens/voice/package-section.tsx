import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { ErrorShape } from '../../../electron/shared/errors.ts';
import type { GuideBody, ReadPackage } from '../../../electron/shared/voice-guides.ts';
import type { LeftOut } from '../../../electron/shared/voice/package-parts.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { saveFile } from '../../rpc/save-file.ts';
import { useTRPC, useTRPCClient } from '../../rpc/trpc.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { packageContentOf } from './package-files.ts';
import packages from './packages.module.css';
import classes from './voice.module.css';

interface PackageSectionProps {
  readonly client: Client;
  /** As it is now, saved or not; null while a line lacks something. */
  readonly body: GuideBody | null;
  readonly onRead: (read: ReadPackage) => void;
}

/** Not in React's types; every browser knows it. */
const chooseFolder = { webkitdirectory: '' };

const isEmpty = ({ rules, config, own }: ReadPackage): boolean =>
  rules.length + config.vocabularies.length + config.lists.length === 0 && config.ini === '' && !own;

/** Brings a Vale package in, from a folder or a zip, with its settings; and takes the guide out as one. */
export function PackageSection({ client, body, onRead }: PackageSectionProps) {
  const { t } = useTranslation('guide');
  const trpc = useTRPC();
  const rpc = useTRPCClient();
  const [failure, setFailure] = useState<ErrorShape | null>(null);
  const [nothing, setNothing] = useState(false);
  const [left, setLeft] = useState<readonly LeftOut[]>([]);
  const folder = useRef<HTMLInputElement>(null);
  const zip = useRef<HTMLInputElement>(null);
  const take = useMutation(
    trpc.voice.exportPackage.mutationOptions({ onSuccess: ({ path }) => saveFile(path) }),
  );
  async function read(input: HTMLInputElement): Promise<void> {
    setFailure(null);
    setLeft([]);
    try {
      const chosen = await packageContentOf([...(input.files ?? [])]);
      setLeft(chosen.left);
      const { content } = chosen;
      const found = await rpc.voice.readPackage.mutate({ clientId: client.id, content });
      setLeft([...chosen.left, ...found.left]);
      setNothing(isEmpty(found));
      if (!isEmpty(found)) onRead(found);
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
      {left.length > 0 && <LeftOutFiles left={left} />}
      {failure && <FailureNotice failure={failure} />}
      {take.error && <FailureNotice failure={failureOf(take.error)} />}
    </div>
  );
}

/** What of a package did not come in, and why. */
function LeftOutFiles({ left }: { readonly left: readonly LeftOut[] }) {
  const { t } = useTranslation('guide');
  const { number } = useFormats();
  return (
    <ul role="alert" className={packages['leftOut']}>
      {left.map(({ path, most, encoding }) => (
        <li key={path}>
          {encoding !== undefined && t('package.leftUnread', { path, encoding })}
          {encoding === undefined && most === null && t('package.leftTooMuch', { path })}
          {most !== null && t('package.leftTooLarge', { path, most: number(most) })}
        </li>
      ))}
    </ul>
  );
}
