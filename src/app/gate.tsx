import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { FailureNotice } from '../components/failure/failure-notice.tsx';
import { speak } from '../i18n/language.ts';
import { failureOf } from '../rpc/failure.ts';
import { useTRPC } from '../rpc/trpc.ts';
import type { Preferences } from '../../electron/shared/workspace.ts';
import { FirstRunScreen } from './screens.ts';
import { SessionProvider } from './session.tsx';
import { SitDown } from './sit-down.tsx';
import { Desk } from './window/desk.tsx';

/** Who may come in: nobody yet (first run), nobody chosen, or an operator at the desk. */
export function Gate() {
  const trpc = useTRPC();
  const { data: state, error, refetch } = useQuery(trpc.workspace.state.queryOptions());
  usePreferences(state?.preferences);
  // A failed look at what is known already takes nothing away from whoever is typing.
  if (!state) return error && <FailureNotice failure={failureOf(error)} retry={() => void refetch()} fill />;
  if (state.firstRun) {
    return (
      <Suspense>
        <FirstRunScreen />
      </Suspense>
    );
  }
  if (!state.operator) return <SitDown />;
  return (
    <SessionProvider key={state.operator.id} operator={state.operator} preferences={state.preferences}>
      <Desk />
    </SessionProvider>
  );
}

function usePreferences(preferences: Preferences | undefined): void {
  // Mantine would hold transitions back with a style element, which our content security policy refuses.
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { language, theme, contrast, motion, desktop } = preferences ?? {};
  const { startMinimised = false, closeToTray = false } = desktop ?? {};
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['contrast'] = contrast ?? 'system';
    dataset['motion'] = motion ?? 'system';
  }, [contrast, motion]);
  useEffect(() => {
    if (!language || !theme) return;
    void speak(language);
    setColorScheme(theme === 'system' ? 'auto' : theme);
    window.liaisonDesktop?.setPreferences({ language, theme, startMinimised, closeToTray });
  }, [language, theme, startMinimised, closeToTray, setColorScheme]);
}
