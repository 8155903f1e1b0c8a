import { useTranslation } from 'react-i18next';
import type { ImportLine, ImportPlan } from '../../../../electron/shared/template-import.ts';
import voice from '../voice.module.css';
import classes from './templates.module.css';

/** Every reply of the file with what becomes of it. */
export function ImportTable({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation('templates');
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('import.line')}</th>
          <th scope="col">{t('import.outcomeName')}</th>
          <th scope="col">{t('import.notes')}</th>
        </tr>
      </thead>
      <tbody>
        {plan.lines.map((line) => (
          <Line key={line.number} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { readonly line: ImportLine }) {
  const { t } = useTranslation('templates');
  const comes = line.outcome === 'new' || line.outcome === 'renamed';
  return (
    <tr>
      <td>
        <bdi>{line.name === '' ? line.number : line.name}</bdi>
        {line.name !== '' && (
          <div className={voice['quiet']}>
            <bdi>
              /{line.shortcut} · {line.locale}
            </bdi>
            {line.folder !== '' && (
              <>
                {' · '}
                <bdi>{line.folder}</bdi>
              </>
            )}
          </div>
        )}
      </td>
      <td>
        {t(`import.outcome.${line.outcome}`)}
        {comes && line.state === 'draft' && <div className={voice['quiet']}>{t('import.draft')}</div>}
        {line.twin !== null && <div className={voice['quiet']}>{t('import.twin', { name: line.twin })}</div>}
      </td>
      <td>
        <ul className={classes['notes']}>
          {line.unmapped.map(({ original, becomes }) => (
            <li key={`${original} ${becomes}`}>{t('import.unmapped', { original, becomes })}</li>
          ))}
          {line.left.map((what) => (
            <li key={what}>{t('import.left', { what })}</li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
