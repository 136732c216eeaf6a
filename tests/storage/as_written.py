"""Bytes as SQLite writes what is searched for."""


def as_written(number: int) -> tuple[bytes, bytes]:
    """A large id as SQLite writes it into a row and as the key of a table (its "varint" of up to nine bytes)."""
    assert number >= 1 << 47
    if number < 1 << 56:
        groups = [number >> shift & 0x7F for shift in range(7 * ((number.bit_length() - 1) // 7), -1, -7)]
        return number.to_bytes(8, "big"), bytes([each | 0x80 for each in groups[:-1]] + groups[-1:])
    groups = [number >> shift & 0x7F | 0x80 for shift in range(57, 7, -7)]
    return number.to_bytes(8, "big"), bytes([*groups, number & 0xFF])
