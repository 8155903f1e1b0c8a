import { ActionIcon, Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Template } from '../../../../electron/shared/templates.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import voice from '../voice.module.css';
import { markOf, shelved } from './template-shelf.ts';
import classes from './templates.module.css';

interface TemplateListProps {
  readonly client: Client;
  readonly templates: readonly Template[];
  readonly chosen: string | null;
  readonly choose: (id: TemplateId) => void;
}

/** By folder, with what each needs. */
export function TemplateList({ client, templates, chosen, choose }: TemplateListProps) {
  const { t } = useTranslation('templates');
  const [query, setQuery] = useState('');
  const [onlyFavourites, setOnlyFavourites] = useState(false);
  const folders = shelved(templates, { query, onlyFavourites });
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label={t('list.search')}
        placeholder={t('list.search')}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <Checkbox
        size="xs"
        label={t('list.onlyFavourites')}
        checked={onlyFavourites}
        onChange={(event) => setOnlyFavourites(event.currentTarget.checked)}
      />
      <div className={classes['list']} role="group" aria-label={t('list.name')}>
        {folders.length === 0 && templates.length > 0 && <p className={voice['quiet']}>{t('list.none')}</p>}
        {folders.map(({ folder, templates: own }) => (
          <section key={folder}>
            {(folder !== '' || folders.length > 1) && (
              <h2>
                <bdi>{folder === '' ? t('list.noFolder') : folder.replaceAll('/', ' / ')}</bdi>
              </h2>
            )}
            <ul className={classes['rows']}>
              {own.map((template) => (
                <li key={template.id}>
                  <FavouriteStar client={client} template={template} />
                  <TemplateRow
                    template={template}
                    chosen={template.id === chosen}
                    choose={() => choose(template.id)}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface RowProps {
  readonly template: Template;
  readonly chosen: boolean;
  readonly choose: () => void;
}

function TemplateRow({ template, chosen, choose }: RowProps) {
  const { t } = useTranslation('templates');
  const mark = markOf(template);
  const locales = [...new Set([template.locale, ...template.variants.map(({ locale }) => locale)])];
  return (
    <UnstyledButton className={voice['rule']} aria-current={chosen || undefined} onClick={choose}>
      <span className={classes['rowText']}>
        <bdi>{template.name}</bdi>
        <bdi className={classes['rowState']}>
          /{template.shortcut} · {locales.join(', ')}
        </bdi>
        {mark !== 'published' && (
          <span className={classes['mark']} data-mark={mark}>
            {t(`state.${mark}`)}
          </span>
        )}
      </span>
    </UnstyledButton>
  );
}

function FavouriteStar({ client, template }: { readonly client: Client; readonly template: Template }) {
  const { t } = useTranslation('templates');
  const trpc = useTRPC();
  const change = useMutation(trpc.templates.favourite.mutationOptions());
  const { favourite } = template;
  return (
    <ActionIcon
      className={classes['star'] ?? ''}
      variant="transparent"
      size="sm"
      data-on={favourite || undefined}
      aria-pressed={favourite}
      aria-label={t('addFavourite', { name: template.name })}
      title={t('favourite')}
      onClick={() => change.mutate({ clientId: client.id, id: template.id, favourite: !favourite })}
    >
      <Icon name="star" size={14} />
    </ActionIcon>
  );
}
