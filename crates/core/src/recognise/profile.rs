//! Accounts: the network and the user's name that an address says.

const NETWORKS: &str = include_str!(concat!(env!("OUT_DIR"), "/networks.txt"));

/// The network and the user's name in the address of an account; `None` if it is not the front page of one.
///
/// ```
/// use faircopy::recognise::profile::of_url;
/// assert_eq!(of_url("https://www.linkedin.com/in/ada/"), Some(("LinkedIn", "ada")));
/// assert_eq!(of_url("https://github.com/ada/engine"), None);
/// ```
pub fn of_url(url: &str) -> Option<(&'static str, &str)> {
    let bare = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    let bare = match bare.get(..4) {
        Some(www) if www.eq_ignore_ascii_case("www.") => &bare[4..],
        _ => bare,
    };
    NETWORKS.lines().filter_map(|l| l.split_once(' ')).find_map(|(prefix, network)| {
        let start = bare.get(..prefix.len())?;
        let user = bare[prefix.len()..].trim_end_matches('/');
        let fits = start.eq_ignore_ascii_case(prefix) && !user.is_empty() && !user.contains(['/', '?', '#']);
        fits.then_some((network, user))
    })
}

/// Whether an address is on the host of a network, or of a part of it: an account, or a page of one.
///
/// ```
/// use faircopy::recognise::profile::is_on_network;
/// assert!(is_on_network("https://de.linkedin.com/in/ada"));
/// assert!(!is_on_network("https://example.org/github.com"));
/// ```
pub fn is_on_network(url: &str) -> bool {
    let bare = url.split_once("://").map_or(url, |(_, bare)| bare);
    let host = &bare[..bare.find(['/', '?', '#', ':']).unwrap_or(bare.len())];
    NETWORKS.lines().filter_map(|l| l.split('/').next()).any(|network| {
        let Some(start) = host.len().checked_sub(network.len()) else { return false };
        let part = start == 0 || host.as_bytes()[start - 1] == b'.';
        host.is_char_boundary(start) && part && host[start..].eq_ignore_ascii_case(network)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_accounts() {
        assert_eq!(of_url("github.com/ada"), Some(("GitHub", "ada")));
        assert_eq!(of_url("https://medium.com/@ada"), Some(("Medium", "ada")));
        for url in ["", "https://github.com/", "https://example.org/ada", "https://github.com/ada?tab=repositories", "https://中国"]
        {
            assert_eq!(of_url(url), None, "{url}");
        }
    }
}
