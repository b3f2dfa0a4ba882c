/** First key of the advisory locks that living workers hold; the second is the hash of the pool's id. */
export const livenessLockClass = 20_261_122;
