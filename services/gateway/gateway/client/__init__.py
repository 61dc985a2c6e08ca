"""对接系统: other systems that read here by a secret of their own."""
