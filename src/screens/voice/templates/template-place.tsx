import { Autocomplete, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TemplateBody } from '../../../../electron/shared/templates.ts';
import voice from '../voice.module.css';

interface TemplatePlaceProps {
  readonly body: TemplateBody;
  readonly folders: readonly string[];
  readonly change: (part: Partial<TemplateBody>) => void;
}

/** Where it is found, and how long. */
export function TemplatePlace({ body, folders, change }: TemplatePlaceProps) {
  const { t } = useTranslation('templates');
  return (
    <div className={voice['halves']}>
      <Autocomplete
        label={t('folder')}
        description={t('folderText')}
        data={[...folders]}
        value={body.folder}
        maxLength={160}
        onChange={(folder) => change({ folder })}
      />
      <TagsInput
        label={t('tags')}
        description={'\u00A0'}
        value={body.tags}
        maxTags={20}
        clearable={false}
        onChange={(tags) => change({ tags: tags.map((tag) => tag.trim().toLowerCase()) })}
      />
      <TextInput
        type="date"
        label={t('expiresOn')}
        value={body.expiresOn ?? ''}
        onChange={({ currentTarget: { value } }) => change({ expiresOn: value === '' ? null : value })}
      />
    </div>
  );
}
