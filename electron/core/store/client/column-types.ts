/** SQLite has no booleans. */
export type Flag = 0 | 1;
/** JSON text; the noun that owns the column says of what. */
export type Json = string;
