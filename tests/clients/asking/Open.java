import java.sql.*;
import java.util.Properties;

/** Opens a URL as `nogletal connect jdbc` prints it and prints an answer's rows, cells with tabs between. */
public class Open {
    public static void main(String[] given) throws SQLException {
        Properties more = new Properties();
        more.setProperty("password", given[1]);
        try (Connection connection = DriverManager.getConnection(given[0], more);
                ResultSet found = connection.createStatement().executeQuery(given[2])) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder line = new StringBuilder(found.getString(1));
                for (int i = 2; i <= columns; i++) line.append('\t').append(found.getString(i));
                System.out.println(line);
            }
        }
    }
}
