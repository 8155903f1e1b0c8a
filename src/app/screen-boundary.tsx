import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../components/empty/empty.tsx';
import { useLineState } from '../rpc/use-core.ts';

interface ScreenBoundaryProps {
  readonly children: ReactNode;
}

/** Where a screen can't be shown, such as one whose parts did not come, what stands around it stays. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <NotShown /> : this.props.children;
  }
}

function NotShown() {
  const { t } = useTranslation();
  // Without the core there is nobody to load it from.
  const mayReload = useLineState() === 'ready';
  return (
    <main>
      <Empty icon="warning" title={t('screen.notShown')} advice={t('screen.advice')}>
        {mayReload && (
          <Button size="xs" variant="default" onClick={() => location.reload()}>
            {t('failure.retry')}
          </Button>
        )}
      </Empty>
    </main>
  );
}
