import './zod-without-eval.ts';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './theme/palette.css';
import './theme/client-colours.css';
import './theme/client-patterns.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from '../i18n/language.ts';
import { openCore } from '../rpc/core.ts';
import { App } from './app.tsx';
import { adoptThemeVariables } from './theme/theme-variables.ts';

const core = openCore();
adoptThemeVariables();
await startLanguages();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App core={core} />
    </StrictMode>,
  );
}
