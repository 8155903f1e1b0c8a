import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useLayoutEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { rememberFocus } from '../components/dialog/focus-back.ts';
import { loadSentences } from '../i18n/language.ts';
import type { CoreAccess } from '../rpc/core.ts';
import { TRPCProvider } from '../rpc/trpc.ts';
import { CoreProvider } from '../rpc/use-core.ts';
import { CommandsProvider, createCommands } from './commands/commands.ts';
import { theme } from './theme/theme.ts';
import { useSettled } from './use-settled.ts';

const Toasts = lazy(async () => ({ default: (await import('./notify/toasts.tsx')).Toasts }));

interface ProvidersProps {
  readonly core: CoreAccess;
  readonly children: ReactNode;
}

export function Providers({ core, children }: ProvidersProps) {
  const [commands] = useState(createCommands);
  useEffect(rememberFocus, []);
  // What is told before waits for it.
  const isSettled = useSettled();
  useEffect(() => {
    if (isSettled) void loadSentences();
  }, [isSettled]);
  return (
    <CoreProvider value={core}>
      <QueryClientProvider client={core.queryClient}>
        <TRPCProvider trpcClient={core.client} queryClient={core.queryClient}>
          <Direction>
            <MantineProvider
              theme={theme}
              defaultColorScheme="auto"
              withCssVariables={false}
              withGlobalClasses={false}
            >
              <CommandsProvider value={commands}>
                <Router hook={useHashLocation}>
                  {children}
                  <Suspense>{isSettled && <Toasts />}</Suspense>
                </Router>
              </CommandsProvider>
            </MantineProvider>
          </Direction>
        </TRPCProvider>
      </QueryClientProvider>
    </CoreProvider>
  );
}

/** Another language may read the other way; what is being typed stays where it is. */
function Direction({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  return (
    <DirectionProvider initialDirection={i18n.dir()} detectDirection={false}>
      <FollowDirection direction={i18n.dir()} />
      {children}
    </DirectionProvider>
  );
}

/** Mantine learns the direction at its first render, and is told of every other one. */
function FollowDirection({ direction }: { readonly direction: 'ltr' | 'rtl' }) {
  const { setDirection } = useDirection();
  useLayoutEffect(() => setDirection(direction), [setDirection, direction]);
  return null;
}
