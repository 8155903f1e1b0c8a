/** What Liaison speaks. */
export const languages = ['en', 'es', 'ar'] as const;
