"""登记: applied for, accepted, decided; a filed body that is registered stays the same organisation."""
