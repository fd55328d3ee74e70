/** How many of the followed topics stand beside the feed; the rest are on the manage page. */
export const RAIL_SIZE = 12;
