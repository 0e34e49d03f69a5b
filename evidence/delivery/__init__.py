"""What happens to the pages once they are built: fewer bytes before the first word, and a strict policy.

Built files in, built files out. Nothing here knows MkDocs; the hook calls it last. A page has the same
words without it, so a builder that ignores hooks loses speed and hardening, and nothing else.
"""

from evidence.delivery.deliver import deliver

__all__ = ["deliver"]
