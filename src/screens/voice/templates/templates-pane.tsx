import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import voice from '../voice.module.css';
import { ImportPanel } from './import-panel.tsx';
import { PreflightPanel } from './preflight-panel.tsx';
import { TemplateList } from './template-list.tsx';
import { TemplateSheet } from './template-sheet.tsx';
import classes from './templates.module.css';

type Shown = TemplateId | 'new' | 'import' | 'preflight' | null;

/** A client's templates, and one of them to work on. */
export function TemplatesPane({ client }: { readonly client: Client }) {
  const { t } = useTranslation('voice');
  const { t: own } = useTranslation('templates');
  const { may } = useSession();
  const trpc = useTRPC();
  const { data: templates, error } = useQuery(trpc.templates.list.queryOptions({ clientId: client.id }));
  const [shown, setShown] = useState<Shown>(null);
  if (error) return <FailureNotice failure={failureOf(error)} />;
  if (!templates) return null;
  const template = templates.find((each) => each.id === shown) ?? null;
  return (
    <div className={classes['pane']}>
      <div className={voice['ruleSide']}>
        <TemplateList client={client} templates={templates} chosen={shown} choose={setShown} />
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setShown('new')}>
          {t('newTemplate')}
        </Button>
        <Button variant="subtle" size="xs" onClick={() => setShown('preflight')}>
          {own('preflight.button')}
        </Button>
        {may('templates.manage', client.id) && (
          <Button variant="subtle" size="xs" onClick={() => setShown('import')}>
            {own('import.button')}
          </Button>
        )}
      </div>
      <div className={classes['work']}>{work()}</div>
    </div>
  );

  function work() {
    if (shown === 'import') return <ImportPanel client={client} close={() => setShown(null)} />;
    if (shown === 'preflight') return <PreflightPanel clientId={client.id} only={null} choose={setShown} />;
    if (template || shown === 'new')
      return (
        <TemplateSheet
          key={template ? `${template.id} ${template.version}` : 'new'}
          client={client}
          template={template}
          folders={[...new Set((templates ?? []).map(({ folder }) => folder))].filter((name) => name !== '')}
          onSaved={setShown}
          onRemoved={() => setShown(null)}
        />
      );
    return (
      <p className={voice['quiet']}>{templates?.length === 0 ? t('noTemplates') : t('chooseTemplate')}</p>
    );
  }
}
