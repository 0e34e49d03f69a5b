"""Reports that somebody asks for, beside the gate."""
