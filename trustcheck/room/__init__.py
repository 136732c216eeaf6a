"""Phones in the room: the one part that listens on a network, in a process of its own, while a room is open.

Nothing but that process imports what stands here. It knows the questions of one check and the codes that let people in,
never the data file, another client or a result; what is finished leaves through a pipe.
"""
