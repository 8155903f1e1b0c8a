import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import type { Template } from '../../../../electron/shared/templates.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './template-menu.module.css';

const mostShown = 8;

/** The client's templates that fit what was typed after the slash: by shortcut, then by name. */
export function useTemplates(clientId: ClientId, query: string | null): readonly Template[] {
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.templates.list.queryOptions({ clientId }));
  if (query === null) return [];
  const byShortcut = data.filter((template) => template.shortcut.startsWith(query));
  const byName = data.filter((template) => template.name.toLowerCase().includes(query));
  return [...new Set([...byShortcut, ...byName])].slice(0, mostShown);
}

interface TemplateMenuProps {
  readonly id: string;
  readonly templates: readonly Template[];
  readonly cursor: number;
  readonly choose: (template: Template) => void;
}

export function TemplateMenu({ id, templates, cursor, choose }: TemplateMenuProps) {
  const { t } = useTranslation('inbox');
  return (
    <div className={classes['menu']} id={id} role="listbox" aria-label={t('template.list')}>
      {templates.length === 0 && <p>{t('template.none')}</p>}
      {templates.map((template, index) => (
        <div
          key={template.id}
          role="option"
          className={classes['option']}
          aria-selected={index === cursor}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => choose(template)}
        >
          <strong>{template.name}</strong>
          <code dir="ltr">/{template.shortcut}</code>
          <span dir="auto">{template.source.slice(0, 160)}</span>
        </div>
      ))}
    </div>
  );
}
