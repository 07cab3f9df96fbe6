"""How well the fidelity signals tell translations that lost or gained a phrase."""
