"""对外事实订阅: what other systems read of the services' facts."""
