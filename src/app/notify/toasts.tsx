import { MantineThemeProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import classes from './toasts.module.css';

/** At the foot of the list, as wide as it: they cover nothing that is needed next. */
export function Toasts() {
  const { t, i18n } = useTranslation();
  const position = i18n.dir() === 'rtl' ? 'bottom-right' : 'bottom-left';
  const named = { defaultProps: { closeButtonProps: { 'aria-label': t('close') } } };
  return (
    <MantineThemeProvider theme={{ components: { Notification: named } }}>
      <Notifications className={classes['toasts'] ?? ''} position={position} limit={3} containerWidth={320} />
    </MantineThemeProvider>
  );
}
