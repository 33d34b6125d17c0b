"""Letters drawn by lot: who signed for them."""
