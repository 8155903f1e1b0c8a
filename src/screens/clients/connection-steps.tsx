import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ConnectionTest } from '../../../electron/shared/channels.ts';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { Icon } from '../../components/icon/icon.tsx';
import classes from './clients.module.css';

/** What was tried and how it went: each failure with what to do. */
export function ConnectionSteps({ test }: { readonly test: ConnectionTest }) {
  const { t } = useTranslation('clients');
  const say = useFailureText();
  return (
    <div role="status">
      <Text fw={600}>{t(test.ok ? 'testOk' : 'testFailed')}</Text>
      <ul className={classes['steps']}>
        {test.steps.map(({ step, error }) => (
          <li key={step}>
            <span className={error ? classes['bad'] : classes['good']}>
              <Icon name={error ? 'warning' : 'check'} />
            </span>
            <div>
              <Text>{t(`step.${step}`)}</Text>
              {error && <Text c="dimmed">{say(error)}</Text>}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
