"""满意度调查: drawn from recorded participants, answered on the phone, closed with a lower confidence bound."""
