/**
 * What a window is told of a reply that it wants to write. yours: write; elsewhere: another window has it; wanted: another
 * window asks for it: save what there is and let go.
 */
export type SeatNews = 'yours' | 'elsewhere' | 'wanted';
