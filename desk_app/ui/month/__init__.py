"""The month end: contents, writing, result, receipts, bundles sent, exchange of keys."""
