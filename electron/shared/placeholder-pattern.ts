/** A placeholder that an operator must fill: `[order.number]`, `[fill.amount]`. By itself, so that the page needs no more. */
export const placeholderPattern = /\[([a-z]+(?:\.[a-z0-9_]+)+)\]/g;
