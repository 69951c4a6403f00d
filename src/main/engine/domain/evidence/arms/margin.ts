/** Distance under which two distributions count as the same. Ours. */
export const ARM_MARGIN = 0.15
