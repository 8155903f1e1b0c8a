import { lazy } from 'react';

// Every place a person can stand that the first paint does not need comes when it is asked for.

export const FirstRunScreen = lazy(async () => {
  const { FirstRunScreen: screen } = await import('../screens/first-run/first-run-screen.tsx');
  return { default: screen };
});
export const VoiceScreen = lazy(async () => {
  const { VoiceScreen: screen } = await import('../screens/voice/voice-screen.tsx');
  return { default: screen };
});
export const OutboxScreen = lazy(async () => {
  const { OutboxScreen: screen } = await import('../screens/outbox/outbox-screen.tsx');
  return { default: screen };
});
export const QualityScreen = lazy(async () => {
  const { QualityScreen: screen } = await import('../screens/quality/quality-screen.tsx');
  return { default: screen };
});
export const ReportsScreen = lazy(async () => {
  const { ReportsScreen: screen } = await import('../screens/reports/reports-screen.tsx');
  return { default: screen };
});
export const ClientsScreen = lazy(async () => {
  const { ClientsScreen: screen } = await import('../screens/clients/clients-screen.tsx');
  return { default: screen };
});
export const SettingsScreen = lazy(async () => {
  const { SettingsScreen: screen } = await import('../screens/settings/settings-screen.tsx');
  return { default: screen };
});
export const AutomationScreen = lazy(async () => {
  const { AutomationScreen: screen } = await import('../screens/automation/automation-screen.tsx');
  return { default: screen };
});
